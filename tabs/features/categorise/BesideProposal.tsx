import { formatDay } from '../../../shared/domain/words';
import type { CategoryChangeView } from '../../../shared/schema/changeViews';
import { useSurfaces } from '../../components/surfaces';

type Beside = Pick<CategoryChangeView, 'suggested' | 'overrideReason' | 'outsideOpinion'>;

const Part = ({ title, text }: { title: string; text: string }) => {
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.tight}>
      <h2 className={surfaces.subtitle}>{title}</h2>
      <p className={surfaces.text}>{text}</p>
    </div>
  );
};

/** What stands beside a proposal: what the rule suggested, why it differs, what somebody outside said. */
export const BesideProposal = ({ change: { suggested, overrideReason, outsideOpinion } }: { change: Beside }) => (
  <>
    {suggested && <Part title="What the framework’s rule suggested" text={suggested.why} />}
    {overrideReason && <Part title="Why the proposal differs" text={overrideReason} />}
    {outsideOpinion && (
      <Part
        title={`Outside opinion: ${outsideOpinion.from}, ${formatDay(outsideOpinion.givenOn)}`}
        text={outsideOpinion.opinion}
      />
    )}
  </>
);
