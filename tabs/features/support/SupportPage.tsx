import { makeStyles, Select, useId } from '@fluentui/react-components';
import { useParams } from 'wouter';
import { formatInstant, yearFromPath } from '../../../shared/domain/words';
import { Urn, type Year } from '../../../shared/schema/ids';
import type { SupportKey, SupportView } from '../../../shared/schema/supportViews';
import { useSupport } from '../../api/readSupport';
import { NotHere } from '../../app/NotHere';
import { goTo } from '../../app/routing';
import { useSession } from '../../app/SessionProvider';
import { supportPath } from '../../app/subPage';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { useSurfaces } from '../../components/surfaces';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { ComingSupport } from './ComingSupport';
import { StretchSupport } from './StretchSupport';

const useStyles = makeStyles({
  page: { maxWidth: '960px' },
  select: { '@media (max-width: 640px)': { width: '100%' } },
});

const YearPicker = ({ shown, onPick }: { shown: Year; onPick: (year: Year) => void }) => {
  const id = useId('year');
  const years = [...useSession().years].map(({ year }) => year).sort();
  return (
    <span className={useStyles().select}>
      <VisuallyHidden>
        <label htmlFor={id}>Academic year</label>
      </VisuallyHidden>
      <Select
        id={id}
        value={shown}
        onChange={(_event, { value }) => {
          const picked = years.find((year) => year === value);
          if (picked) onPick(picked);
        }}
      >
        {years.reverse().map((year) => (
          <option key={year}>{year}</option>
        ))}
      </Select>
    </span>
  );
};

const YearOfSupport = ({ view }: { view: SupportView }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { urn, year, academyName, categoryWord, asAt, stretches, next } = view;
  return (
    <div className={styles.page}>
      <PageHeading
        title={`Support for ${academyName}, ${year}`}
        about={`as at ${formatInstant(asAt)}`}
        actions={
          <YearPicker
            shown={year}
            onPick={(picked) => {
              goTo(supportPath(urn, picked));
            }}
          />
        }
      />
      <div className={surfaces.stack}>
        {next && <ComingSupport next={next} />}
        {stretches.length === 0 && (
          <p className={surfaces.card}>
            {academyName} has no {categoryWord} in {year}, so no support is laid down for it.
          </p>
        )}
        {stretches.map((stretch) => (
          <StretchSupport key={stretch.from} stretch={stretch} />
        ))}
      </div>
    </div>
  );
};

const AcademySupport = ({ of }: { of: SupportKey }) => (
  <Loaded query={useSupport(of)} waiting="Loading the support">
    {(view) => <YearOfSupport view={view} />}
  </Loaded>
);

/** `/academies/100001/support/2026-27`: what an academy's category brings it in a year, and when. */
export const SupportPage = () => {
  const params = useParams();
  const urn = Urn.safeParse(params['urn']);
  const year = yearFromPath(params['year'] ?? '');
  return urn.success && year ? <AcademySupport of={{ urn: urn.data, year }} /> : <NotHere />;
};
