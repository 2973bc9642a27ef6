import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { supportChangeWords } from '../../../shared/domain/supportChangeWords';
import { cadenceWords } from '../../../shared/domain/supportWords';
import type { SupportDifference } from '../../../shared/schema/changeViews';
import type { Entitlement } from '../../../shared/schema/support';
import { useSurfaces } from '../../components/surfaces';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

const strandsOf = (items: readonly Entitlement[]): string[] => [...new Set(items.map(({ strand }) => strand))];

/** 'CEO 1:1, every 2 weeks (bespoke)' */
const itemWords = (item: Entitlement): string => {
  const often = item.cadence || item.days || item.onRequest ? `, ${cadenceWords(item)}` : '';
  return `${item.text}${often}${item.kind === 'core' ? '' : ` (${item.kind})`}`;
};

const Items = ({ title, items, none }: { title: string; items: readonly Entitlement[]; none: string }) => {
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
                <li key={item.code}>{itemWords(item)}</li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
};

const Changed = ({ changed }: Pick<SupportDifference, 'changed'>) => {
  const surfaces = useSurfaces();
  if (changed.length === 0) return null;
  return (
    <div className={surfaces.tight}>
      <h3 className={surfaces.subtitle}>Changed</h3>
      <ul className={surfaces.bullets}>
        {changed.map((pair) => (
          <li key={pair.to.code}>{supportChangeWords(pair)}</li>
        ))}
      </ul>
    </div>
  );
};

/** What support begins, what ends and what goes on with other figures. */
export const SupportChange = ({ support }: { support: SupportDifference }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.stack}>
      <div className={mergeClasses(styles.both)}>
        <Items title="Added" items={support.added} none="No support is added." />
        <Items title="Ended" items={support.ended} none="No support ends." />
      </div>
      <Changed changed={support.changed} />
    </div>
  );
};
