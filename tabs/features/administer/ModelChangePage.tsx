import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { ChosenFramework, ModelChangeView, ModelKey } from '../../../shared/schema/modelChangeViews';
import { chooseFramework } from '../../api/chooseFramework';
import { rereadEverything } from '../../api/keeping';
import { useModelChange } from '../../api/readModelChange';
import { useCommand } from '../../api/useCommand';
import { NotHere } from '../../app/NotHere';
import { modelFromPath } from '../../app/subPage';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DoneNotice } from '../../components/DoneNotice';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { modelWords, movedWords, choiceWords } from './modelWords';

const useStyles = makeStyles({ page: { maxWidth: '760px' } });

const Affected = ({ groups }: Pick<ModelChangeView, 'groups'>) => {
  const surfaces = useSurfaces();
  return groups.map(({ title, lines }) => (
    <section key={title} className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>{title}</h2>
      <ul className={surfaces.bullets}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  ));
};

interface ChoosingProps {
  readonly change: ModelChangeView;
  readonly onChosen: (outcome: ChosenFramework) => void;
}

/** The decision, after everything it affects; what changed meanwhile has to be read first. */
const Choosing = ({ change, onChosen }: ChoosingProps) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { year, from, to, seen } = change;
  const choose = useCommand(chooseFramework, onChosen);
  const close = (): void => {
    setAsking(false);
    choose.dismiss();
    if (choose.problem) void client.invalidateQueries({ queryKey: ['modelChange'] });
  };
  const words = choiceWords(from, to, year);
  return (
    <>
      <div>
        <Button appearance="primary" onClick={() => setAsking(true)}>
          {words}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={`${words}?`}
          confirm={words}
          busy={choose.busy}
          over={choose.problem !== undefined && !choose.problem.outcomeUnknown}
          problem={choose.problem}
          failed="The model was not changed."
          onConfirm={() => void choose.act({ year, framework: { code: to.code, version: to.version }, seen })}
          onClose={close}
        >
          <p className={surfaces.text}>
            {year} goes over from {modelWords(from)} to {modelWords(to)}, for everybody and at once. What is signed off
            or was sent for sign-off stays as it is.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};

const ModelChange = ({ target, onChosen }: { target: ModelKey; onChosen: (outcome: ChosenFramework) => void }) => {
  const surfaces = useSurfaces();
  return (
    <Loaded query={useModelChange(target)} waiting="Comparing the versions">
      {(change) => (
        <div className={surfaces.stack}>
          <p className={surfaces.text}>
            From {modelWords(change.from)} to {modelWords(change.to)}. This is what it would affect:
          </p>
          <Affected groups={change.groups} />
          <Choosing change={change} onChosen={onChosen} />
        </div>
      )}
    </Loaded>
  );
};

/** `/administration/models/2026-27/code/2`: what a change of model would affect, and then the decision. */
export const ModelChangePage = () => {
  const params = useParams();
  const styles = useStyles();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<ChosenFramework>();
  const target = modelFromPath(params['year'], params['code'], params['version']);
  if (!target) return <NotHere />;
  return (
    <div className={styles.page}>
      <PageHeading
        title={`Change the model of ${target.year}`}
        about={<PlaceLink to="/administration/models">The trust’s model</PlaceLink>}
      />
      {outcome ? (
        <DoneNotice title={`${outcome.year} now uses ${modelWords(outcome.model)}.`}>{movedWords(outcome)}</DoneNotice>
      ) : (
        <ModelChange
          target={target}
          onChosen={(chosen) => {
            setOutcome(chosen);
            rereadEverything(client);
          }}
        />
      )}
    </div>
  );
};
