import type { AcademyView } from '../../../shared/schema/academyViews';
import type { CommandId, Urn } from '../../../shared/schema/ids';
import { removeHistoric } from '../../api/removeHistoric';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSurfaces } from '../../components/surfaces';

interface RemoveEntryProps {
  readonly urn: Urn;
  readonly id: CommandId;
  /** The entry in words. */
  readonly words: string;
  readonly onRemoved: (view: AcademyView) => void;
  readonly onClose: () => void;
}

/** Takes an entry out of sight that was recorded by mistake. */
export const RemoveEntry = ({ urn, id, words, onRemoved, onClose }: RemoveEntryProps) => {
  const surfaces = useSurfaces();
  const remove = useCommand(
    (api, entry: CommandId, commandId) => removeHistoric(api, urn, { id: entry }, commandId),
    onRemoved,
  );
  return (
    <ConfirmDialog
      title="Remove this entry?"
      confirm="Remove"
      busy={remove.busy}
      problem={remove.problem}
      failed="The entry was not removed."
      onConfirm={() => void remove.act(id)}
      onClose={onClose}
    >
      <p className={surfaces.text}>{words}</p>
      <p className={surfaces.text}>
        It is no longer shown in the matrix. People who may record still see it here, with who removed it.
      </p>
    </ConfirmDialog>
  );
};
