import { makeStyles, tokens } from '@fluentui/react-components';
import type { Category, CategoryWord } from '../../shared/schema/framework';

const useStyles = makeStyles({
  pill: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    paddingInline: tokens.spacingHorizontalS,
    paddingBlock: '1px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
  none: { color: tokens.colorNeutralForeground3 },
});

interface CategoryMarkProps {
  readonly category: Pick<Category, 'name' | 'symbol'> | undefined;
  readonly word?: CategoryWord;
}

/** An academy's category: symbol and name, without a fill, so that the levels keep the colours to themselves. */
export const CategoryMark = ({ category, word = 'category' }: CategoryMarkProps) => {
  const styles = useStyles();
  if (!category) return <span className={styles.none}>No {word} yet</span>;
  return (
    <span className={styles.pill}>
      <span aria-hidden>{category.symbol}</span>
      {category.name}
    </span>
  );
};
