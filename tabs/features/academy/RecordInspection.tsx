import { useState } from 'react';
import type { AcademyView } from '../../../shared/schema/academyViews';
import type { Urn } from '../../../shared/schema/ids';
import type { Inspection } from '../../../shared/schema/historic';
import { recordInspection } from '../../api/recordInspection';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { emptyDraft, errorsIn, inspectionOf } from './inspectionDraft';
import { InspectionFields } from './InspectionFields';

interface RecordInspectionProps {
  readonly urn: Urn;
  readonly today: string;
  readonly onRecorded: (view: AcademyView) => void;
  readonly onClose: () => void;
}

/** An inspection, entered as Ofsted reported it. */
export const RecordInspection = ({ urn, today, onRecorded, onClose }: RecordInspectionProps) => {
  const [draft, setDraft] = useState(emptyDraft);
  const [tried, setTried] = useState(false);
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
      onConfirm={() => {
        setTried(true);
        const inspection = inspectionOf(draft, today);
        if (inspection) void record.act(inspection);
      }}
    >
      <InspectionFields draft={draft} today={today} errors={tried ? errorsIn(draft, today) : {}} onChange={setDraft} />
    </ConfirmDialog>
  );
};
