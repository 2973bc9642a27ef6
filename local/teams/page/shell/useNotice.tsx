import { Toast, ToastTitle, useToastController } from '@fluentui/react-components';
import { useCallback } from 'react';

export const toasterId = 'teams-notices';

/** Says something short at the top of the page. */
export const useNotice = (): ((text: string) => void) => {
  const { dispatchToast } = useToastController(toasterId);
  return useCallback(
    (text) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent: 'info' },
      ),
    [dispatchToast],
  );
};
