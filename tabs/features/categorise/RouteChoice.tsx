import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { RouteChoice as Choice } from '../../../shared/schema/changeViews';
import { occasionWords } from './routeWords';

interface RouteChoiceProps {
  readonly routes: readonly Choice[];
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
}

const useStyles = makeStyles({
  about: {
    marginInlineStart: '32px',
    marginBlock: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const Option = ({ route }: { route: Choice }) => {
  const id = useId();
  return (
    <div>
      <Radio value={route.code} label={route.name} aria-describedby={id} />
      <p id={id} className={useStyles().about}>
        {occasionWords[route.occasion]}
      </p>
    </div>
  );
};

/** Which of the framework's routes the proposal takes; nothing to choose where there is one. */
export const RouteChoice = ({ routes, chosen, onChoose }: RouteChoiceProps) =>
  routes.length < 2 ? null : (
    <Field label="Route" required>
      <RadioGroup
        value={chosen ?? ''}
        onChange={(_event, { value }) => {
          onChoose(value);
        }}
      >
        {routes.map((route) => (
          <Option key={route.code} route={route} />
        ))}
      </RadioGroup>
    </Field>
  );
