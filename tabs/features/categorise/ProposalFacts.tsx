import { mergeClasses } from '@fluentui/react-components';
import { supportDifference } from '../../../shared/domain/category';
import type { Category } from '../../../shared/schema/framework';
import type { AreaCode, LevelCode, Urn } from '../../../shared/schema/ids';
import type { MatrixRow } from '../../../shared/schema/matrixViews';
import type { RouteChoice } from '../../../shared/schema/changeViews';
import type { PeriodRef } from '../../../shared/schema/views';
import { useMatrix } from '../../api/readMatrix';
import { useSession } from '../../app/SessionProvider';
import { Loaded } from '../../components/Loaded';
import type { LevelRow } from '../../components/LevelTallies';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { useSurfaces } from '../../components/surfaces';
import { FrozenEvidence } from './FrozenEvidence';
import { stepWords } from './routeWords';
import { SupportChange } from './SupportChange';

const rowOf = (row: MatrixRow | undefined): LevelRow => {
  const levels: Partial<Record<AreaCode, LevelCode>> = {};
  const notApplicable: AreaCode[] = [];
  for (const [code, cell] of Object.entries(row?.cells ?? {}) as [AreaCode, MatrixRow['cells'][AreaCode]][]) {
    if (cell?.state === 'judged') levels[code] = cell.level;
    if (cell?.state === 'notApplicable') notApplicable.push(code);
  }
  return { levels, notApplicable };
};

/** The matrix row as it stands now: a copy of it goes with the proposal. */
export const ProposalEvidence = ({ urn, period }: { urn: Urn; period: PeriodRef }) => {
  const surfaces = useSurfaces();
  const { framework } = useSession();
  return (
    <Loaded query={useMatrix(period)} waiting="Loading the row">
      {(matrix) => {
        const row = matrix.rows.find((r) => r.urn === urn);
        return (
          <>
            <p className={surfaces.quiet}>
              A copy of this row goes with the proposal and stays as it is. The {matrix.record}:{' '}
              {reviewStateWords(row?.review ?? 'notOpened', framework.judging?.settling).toLowerCase()}.
            </p>
            <FrozenEvidence framework={matrix} row={rowOf(row)} />
          </>
        );
      }}
    </Loaded>
  );
};

/** What support would begin, end and change. */
export const ProposalEffects = ({ from, to }: { from: Category | undefined; to: Category | undefined }) => {
  const surfaces = useSurfaces();
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>What support would change</h2>
      {to ? (
        <SupportChange support={supportDifference(from?.support, to.support)} />
      ) : (
        <p className={surfaces.quiet}>Choose where to move to see it.</p>
      )}
    </section>
  );
};

/** Who would be asked, in order. */
export const ProposalRoute = ({ route }: { route: RouteChoice | undefined }) => {
  const surfaces = useSurfaces();
  if (!route) return null;
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>The route it takes: {route.name}</h2>
      <ol className={surfaces.bullets}>
        {route.steps.map((step, at) => (
          <li key={at}>{stepWords({ ...step, holder: route.holders[at] ?? '' })}</li>
        ))}
      </ol>
    </section>
  );
};
