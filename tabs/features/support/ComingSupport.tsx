import { mergeClasses } from '@fluentui/react-components';
import { supportChangeWords } from '../../../shared/domain/supportChangeWords';
import { cadenceWords } from '../../../shared/domain/supportWords';
import { formatDay } from '../../../shared/domain/words';
import type { Entitlement } from '../../../shared/schema/support';
import type { SupportView } from '../../../shared/schema/supportViews';
import { CategoryMark } from '../../components/CategoryMark';
import { useSurfaces } from '../../components/surfaces';

interface ChangesProps {
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly words: string }[];
}

const Changes = ({ title, lines }: ChangesProps) => {
  const surfaces = useSurfaces();
  if (lines.length === 0) return null;
  return (
    <div className={surfaces.tight}>
      <h3 className={surfaces.subtitle}>{title}</h3>
      <ul className={surfaces.bullets}>
        {lines.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </div>
  );
};

const itemLine = (item: Entitlement) => ({ key: item.code, words: `${item.text} (${cadenceWords(item)})` });

/** A category that is decided and still to come: from when, and what changes with it. */
export const ComingSupport = ({ next }: { next: NonNullable<SupportView['next']> }) => {
  const surfaces = useSurfaces();
  const { added, ended, changed } = next.support;
  const nothing = added.length + ended.length + changed.length === 0;
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={mergeClasses(surfaces.title, surfaces.row)}>
        <span>Decided: from {formatDay(next.from)}</span>
        <CategoryMark category={next.category} />
      </h2>
      <Changes title="Begins" lines={added.map(itemLine)} />
      <Changes
        title="Changes"
        lines={changed.map((pair) => ({ key: pair.to.code, words: supportChangeWords(pair) }))}
      />
      <Changes title="Ends" lines={ended.map(itemLine)} />
      {nothing && <p className={surfaces.quiet}>The support stays as it is.</p>}
    </section>
  );
};
