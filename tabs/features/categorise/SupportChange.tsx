import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SupportItem } from '../../../shared/schema/framework';
import type { SupportDifference } from '../../../shared/schema/changeViews';
import { useSurfaces } from '../../components/surfaces';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

const strandsOf = (items: readonly SupportItem[]): string[] => [...new Set(items.map(({ strand }) => strand))];

const Items = ({ title, items, none }: { title: string; items: readonly SupportItem[]; none: string }) => {
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.tight}>
      <h3 className={surfaces.subtitle}>{title}</h3>
      {items.length === 0 && <p className={surfaces.quiet}>{none}</p>}
      {strandsOf(items).map((strand) => (
        <div key={strand}>
          <p className={surfaces.quiet}>{strand}</p>
          <ul className={surfaces.bullets}>
            {items
              .filter((item) => item.strand === strand)
              .map((item) => (
                <li key={`${item.kind}${item.text}`}>
                  {item.text}
                  {item.kind !== 'core' && ` (${item.kind})`}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
};

/** What support begins and what ends with a change of category. */
export const SupportChange = ({ support }: { support: SupportDifference }) => {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.both)}>
      <Items title="Added" items={support.added} none="No support is added." />
      <Items title="Ended" items={support.ended} none="No support ends." />
    </div>
  );
};
