import { useForm, useWatch } from 'react-hook-form';
import type { AcademyView } from '../../../shared/schema/academyViews';
import type { Urn } from '../../../shared/schema/ids';
import type { Inspection } from '../../../shared/schema/historic';
import { recordInspection } from '../../api/recordInspection';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { emptyDraft, errorsIn, inspectionOf, type InspectionDraft } from './inspectionDraft';
import { InspectionFields } from './InspectionFields';

interface RecordInspectionProps {
  readonly urn: Urn;
  readonly today: string;
  readonly onRecorded: (view: AcademyView) => void;
  readonly onClose: () => void;
}

/** An inspection, entered as Ofsted reported it. */
export const RecordInspection = ({ urn, today, onRecorded, onClose }: RecordInspectionProps) => {
  const { control, handleSubmit, setValue, formState } = useForm<InspectionDraft>({ defaultValues: emptyDraft });
  const draft = useWatch({ control, compute: (values: InspectionDraft) => values });
  const record = useCommand(
    (api, inspection: Inspection, commandId) => recordInspection(api, urn, { inspection }, commandId),
    onRecorded,
  );
  return (
    <ConfirmDialog
      title="Record an inspection"
      confirm="Record"
      busy={record.busy}
      problem={record.problem}
      failed="The inspection was not recorded."
      onClose={onClose}
      onConfirm={() =>
        void handleSubmit((typed) => {
          const inspection = inspectionOf(typed, today);
          if (inspection) void record.act(inspection);
        })()
      }
    >
      <InspectionFields
        draft={draft}
        today={today}
        errors={formState.isSubmitted ? errorsIn(draft, today) : {}}
        onChange={(part) => {
          if (part.report !== undefined) setValue('report', part.report);
          if (part.on !== undefined) setValue('on', part.on);
          if (part.overall !== undefined) setValue('overall', part.overall);
          if (part.safeguarding !== undefined) setValue('safeguarding', part.safeguarding);
          if (part.grades !== undefined) setValue('grades', part.grades);
        }}
      />
    </ConfirmDialog>
  );
};
