import { saysSymbol } from '../../shared/domain/marks';
import type { Category, CategoryWord } from '../../shared/schema/framework';
import css from './CategoryMark.module.css';

interface CategoryMarkProps {
  readonly category: Pick<Category, 'name' | 'symbol'> | undefined;
  readonly word?: CategoryWord;
}

/** An academy's category: symbol and name, without a fill, so that the levels keep the colours to themselves. */
export const CategoryMark = ({ category, word = 'category' }: CategoryMarkProps) => {
  if (!category) return <span className={css.none}>No {word} yet</span>;
  const { symbol, name } = category;
  return (
    <span className={css.pill}>
      {!saysSymbol({ symbol, word: name }) && <span aria-hidden>{symbol}</span>}
      {name}
    </span>
  );
};
