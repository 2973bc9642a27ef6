import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { categoryWords } from '../../../shared/domain/marks';
import type { Category } from '../../../shared/schema/framework';

interface CategoryChoiceProps {
  readonly categories: readonly Category[];
  readonly chosen: string | undefined;
  readonly error: string | undefined;
  readonly onChoose: (code: string) => void;
}

const useStyles = makeStyles({
  about: {
    marginInlineStart: '32px',
    marginBlock: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
  },
});

const Option = ({ category }: { category: Category }) => {
  const id = useId();
  return (
    <div>
      <Radio value={category.code} label={categoryWords(category)} aria-describedby={id} />
      <ul id={id} className={useStyles().about}>
        {[...category.summary, ...(category.ledBy ? [category.ledBy] : [])].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
};

/** The categories an academy could move to, from most support to least. */
export const CategoryChoice = ({ categories, chosen, error, onChoose }: CategoryChoiceProps) => (
  <Field label="Move to" required {...(error && { validationMessage: error })}>
    <RadioGroup
      value={chosen ?? ''}
      onChange={(_event, { value }) => {
        onChoose(value);
      }}
    >
      {[...categories]
        .sort((a, b) => a.order - b.order)
        .map((category) => (
          <Option key={category.code} category={category} />
        ))}
    </RadioGroup>
  </Field>
);
