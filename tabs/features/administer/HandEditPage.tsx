import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import { formatInstant } from '../../../shared/domain/words';
import type { HandEditKey, HandEditView, PutBack } from '../../../shared/schema/handEditViews';
import { putBackHandEdit } from '../../api/putBackHandEdit';
import { rereadEverything } from '../../api/keeping';
import { useHandEdit } from '../../api/readHandEdit';
import { useCommand } from '../../api/useCommand';
import { NotHere } from '../../app/NotHere';
import { handEditFromPath } from '../../app/subPage';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DoneNotice } from '../../components/DoneNotice';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';

const useStyles = makeStyles({
  page: { maxWidth: '760px' },
  difference: {
    paddingBlock: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  further: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  versions: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    marginTop: tokens.spacingVerticalXS,
  },
  value: { margin: 0, whiteSpace: 'pre-wrap' },
});

const orNothing = (value: string): string => (value === '' ? '(nothing)' : value);

const Differences = ({ differences }: Pick<HandEditView, 'differences'>) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  return (
    <div className={surfaces.card}>
      <ul className={surfaces.list} aria-label="What differs">
        {differences.map(({ column, written, found }, at) => (
          <li key={column} className={mergeClasses(styles.difference, at > 0 && styles.further)}>
            <h2 className={surfaces.subtitle}>{column}</h2>
            <dl className={styles.versions}>
              <div>
                <dt className={surfaces.quiet}>Assured wrote</dt>
                <dd className={styles.value}>{orNothing(written)}</dd>
              </div>
              <div>
                <dt className={surfaces.quiet}>In the list now</dt>
                <dd className={styles.value}>{orNothing(found)}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Where SharePoint keeps nothing of Assured's: what somebody can do about it there. */
const NothingKept = () => {
  const surfaces = useSurfaces();
  return (
    <p className={surfaces.text}>
      SharePoint keeps no version of this item that Assured wrote, so there is nothing to put back. If somebody added
      the item by hand, delete it in SharePoint.
    </p>
  );
};

interface PuttingBackProps {
  readonly edit: HandEditView;
  readonly onDone: (done: PutBack) => void;
}

/** An act of its own, after both versions were read: the other one stays in SharePoint's version history. */
const PuttingBack = ({ edit, onDone }: PuttingBackProps) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { list, item, seen, key, listName } = edit;
  const command = useCommand(putBackHandEdit, onDone);
  const close = (): void => {
    setAsking(false);
    command.dismiss();
    if (command.problem) void client.invalidateQueries({ queryKey: ['handEdit'] });
  };
  return (
    <>
      <div>
        <Button appearance="primary" onClick={() => setAsking(true)}>
          Put back what Assured wrote
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title="Put back what Assured wrote?"
          confirm="Put it back"
          busy={command.busy}
          over={command.problem !== undefined && !command.problem.outcomeUnknown}
          problem={command.problem}
          failed="Nothing was put back."
          onConfirm={() => void command.act({ list, item, seen })}
          onClose={close}
        >
          <p className={surfaces.text}>
            {key} in {listName} will stand as Assured wrote it, and is used again. What was changed by hand stays in
            SharePoint’s version history.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};

const Comparison = ({ target, onDone }: { target: HandEditKey; onDone: (done: PutBack) => void }) => {
  const surfaces = useSurfaces();
  return (
    <Loaded query={useHandEdit(target)} waiting="Comparing the versions">
      {(edit) => (
        <div className={surfaces.stack}>
          <p className={surfaces.text}>
            {edit.listName}: <strong>{edit.key}</strong>
            {edit.writtenAt && `. Assured wrote it on ${formatInstant(edit.writtenAt)}`}
            {edit.editedAt && `; it was changed in SharePoint on ${formatInstant(edit.editedAt)}`}.
          </p>
          {edit.writtenAt ? (
            <>
              <Differences differences={edit.differences} />
              <PuttingBack edit={edit} onDone={onDone} />
            </>
          ) : (
            <NothingKept />
          )}
        </div>
      )}
    </Loaded>
  );
};

/** `/administration/hand-edits/reviews/17`: what Assured wrote beside what stands in the list, and putting it back. */
export const HandEditPage = () => {
  const params = useParams();
  const styles = useStyles();
  const client = useQueryClient();
  const [done, setDone] = useState<PutBack>();
  const target = handEditFromPath(params['list'], params['item']);
  if (!target) return <NotHere />;
  return (
    <div className={styles.page}>
      <PageHeading
        title="Changed outside Assured"
        about={<PlaceLink to="/administration/hand-edits">Administration</PlaceLink>}
      />
      {done ? (
        <DoneNotice title={`${done.listName}: ${done.key} stands again as Assured wrote it.`} />
      ) : (
        <Comparison
          target={target}
          onDone={(outcome) => {
            setDone(outcome);
            rereadEverything(client);
          }}
        />
      )}
    </div>
  );
};
