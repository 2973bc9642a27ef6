import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { PlainPage } from './PlainPage';

interface Props {
  readonly children: ReactNode;
}

/** The last net: a mistake of ours never leaves an empty page. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <PlainPage title="Something went wrong on this page">
        <p>
          What you had typed into a review is kept on this device. Reload to go on; if it happens again, tell your
          administrator.
        </p>
        <Button
          appearance="primary"
          onClick={() => {
            location.reload();
          }}
        >
          Reload
        </Button>
      </PlainPage>
    );
  }
}
