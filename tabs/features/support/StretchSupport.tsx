import { mergeClasses } from '@fluentui/react-components';
import { daysOf } from '../../../shared/domain/spanWords';
import { formatDay } from '../../../shared/domain/words';
import type { SupportStretch } from '../../../shared/schema/supportViews';
import { CategoryMark } from '../../components/CategoryMark';
import { useSurfaces } from '../../components/surfaces';
import { SupportItem } from './SupportItem';
import { strandsOf, type Strand } from './windowWords';

const StrandSupport = ({ strand }: { strand: Strand }) => {
  const surfaces = useSurfaces();
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h3 className={surfaces.title}>{strand.name}</h3>
      {strand.kinds.map(({ name, lines }) => (
        <div key={name}>
          <h4 className={surfaces.subtitle}>{name}</h4>
          <ul className={surfaces.list} aria-label={`${strand.name}, ${name.toLowerCase()}`}>
            {lines.map((line) => (
              <SupportItem key={line.code} line={line} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
};

/** The support of one part of the year, in which the academy's category was the same. */
export const StretchSupport = ({ stretch }: { stretch: SupportStretch }) => {
  const surfaces = useSurfaces();
  const { category, since, from, until, lines } = stretch;
  return (
    <section className={surfaces.stack}>
      <div className={surfaces.tight}>
        <h2 className={mergeClasses(surfaces.title, surfaces.row)}>
          <CategoryMark category={category} />
          <span>{daysOf({ from, by: until })}</span>
        </h2>
        <p className={surfaces.quiet}>
          Since {formatDay(since)}
          {category.ledBy && ` · ${category.ledBy}`}
        </p>
      </div>
      {lines.length === 0 && <p className={surfaces.card}>The model names no support for {category.name}.</p>}
      {strandsOf(lines).map((strand) => (
        <StrandSupport key={strand.name} strand={strand} />
      ))}
    </section>
  );
};
