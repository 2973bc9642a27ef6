import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle, Button } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import type { DialogOutcome, DialogRequest, DialogSize } from '../host/actions';
import { AppFrame, type FrameWiring } from './AppFrame';
import { ownPage } from './ownPage';
import type { Surface } from '../host/surface';

interface OpenDialog {
  readonly request: DialogRequest;
  readonly src: string;
  readonly surface: Surface;
  readonly end: (outcome: DialogOutcome) => void;
}

const named: Readonly<Record<string, string>> = { small: '360px', medium: '560px', large: '760px' };

const length = (value: number | string | undefined, otherwise: string): string => {
  if (typeof value === 'number') return `${value}px`;
  if (value === undefined || value === '') return otherwise;
  return named[value] ?? (/^\d+$/.test(value) ? `${value}px` : otherwise);
};

export interface TaskDialog {
  readonly element: ReactNode;
  /** Resolves when the dialog has closed. One dialog at a time, as in Teams. */
  open(request: DialogRequest, opener: Surface): Promise<DialogOutcome>;
}

/** A dialog whose content is a page of the app, with the frame context `task` (facts §1.3). */
export const useTaskDialog = (
  wiring: Omit<FrameWiring, 'openDialog' | 'resizeDialog' | 'submitDialog'>,
): TaskDialog => {
  const [dialog, setDialog] = useState<OpenDialog>();

  const open: TaskDialog['open'] = (request, opener) =>
    new Promise((resolve) => {
      const src = ownPage(request.url);
      if (src === undefined) return resolve({ error: 'The dialog is not a page of this app.' });
      if (dialog !== undefined) return resolve({ error: 'Another dialog is open.' });
      const end = (outcome: DialogOutcome): void => {
        setDialog(undefined);
        resolve(outcome);
      };
      setDialog({ request, src, surface: { ...opener, frameContext: 'task' }, end });
    });

  const resize = (size: DialogSize): void =>
    setDialog((current) => current && { ...current, request: { ...current.request, ...size } });

  const cancel = (): void => dialog?.end({ error: 'User cancelled/closed the task module.' });

  const element = dialog !== undefined && (
    <Dialog open onOpenChange={(_, { open: stays }) => !stays && cancel()}>
      <DialogSurface className="task-dialog" style={{ maxWidth: length(dialog.request.width, '560px') }}>
        <DialogBody>
          <DialogTitle
            action={<Button appearance="subtle" aria-label="Close" icon={<Dismiss20Regular />} onClick={cancel} />}
          >
            {dialog.request.title ?? 'Assured'}
          </DialogTitle>
          <DialogContent style={{ height: length(dialog.request.height, '480px') }}>
            <AppFrame
              label={dialog.request.title ?? 'Assured'}
              src={dialog.src}
              surface={dialog.surface}
              wiring={{
                ...wiring,
                openDialog: () => Promise.resolve({ error: 'Another dialog is open.' }),
                resizeDialog: resize,
                submitDialog: (result) => dialog.end({ result }),
              }}
              testId="dialog-frame"
            />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
  return { element, open };
};
