import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { categoryWords } from '../../../shared/domain/marks';
import type { CategoryChangeView } from '../../../shared/schema/changeViews';

interface OtherCategoryProps {
  readonly change: Pick<CategoryChangeView, 'to' | 'mayConfirm' | 'categoryWord'>;
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
}

/** What the Board confirms: the category that was proposed, or another one. */
export const OtherCategory = ({ change, chosen, onChoose }: OtherCategoryProps) => (
  <Field label={`The ${change.categoryWord} that is confirmed`}>
    <RadioGroup
      value={chosen}
      onChange={(_event, { value }) => {
        onChoose(value);
      }}
    >
      <Radio value={change.to.code} label={`${categoryWords(change.to)}, as proposed`} />
      {change.mayConfirm.map(({ code, symbol, name }) => (
        <Radio key={code} value={code} label={`${symbol} ${name}`} />
      ))}
    </RadioGroup>
  </Field>
);
