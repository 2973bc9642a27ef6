import type { Category, CategoryWord } from '../../shared/schema/framework';
import css from './CategoryMark.module.css';

interface CategoryMarkProps {
  readonly category: Pick<Category, 'name' | 'symbol'> | undefined;
  readonly word?: CategoryWord;
}

/** An academy's category: symbol and name, without a fill, so that the levels keep the colours to themselves. */
export const CategoryMark = ({ category, word = 'category' }: CategoryMarkProps) => {
  if (!category) return <span className={css.none}>No {word} yet</span>;
  return (
    <span className={css.pill}>
      <span aria-hidden>{category.symbol}</span>
      {category.name}
    </span>
  );
};
