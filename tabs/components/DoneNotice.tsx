import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';

/** What an act did, in words, where the eye is; takes the focus so that readers hear it. */
export const DoneNotice = ({ title, children }: { title: string; children?: ReactNode }) => {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.focus();
  }, []);
  return (
    <div ref={notice} tabIndex={-1} role="status">
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {children}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
};
