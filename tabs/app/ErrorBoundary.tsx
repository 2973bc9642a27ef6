import { Component, type ReactNode } from 'react';
import { isChunkFault } from './chunkFault';
import { PlainButton, PlainPage } from './PlainPage';

interface Props {
  readonly children: ReactNode;
  /** Where we are: elsewhere is another page, which gets its own try. */
  readonly place?: string;
}

interface State {
  readonly fault: 'none' | 'mistake' | 'notFetched';
  readonly at: string | undefined;
}

const kept = 'What you had typed into a review is kept on this device.';

const words = {
  mistake: {
    title: 'Something went wrong on this page',
    text: `${kept} Reload to go on; if it happens again, tell your administrator.`,
  },
  notFetched: {
    title: 'This page could not be loaded',
    text: `Either there is no connection, or Assured has been renewed since you opened it. ${kept} Check your connection, then reload.`,
  },
};

/** A mistake of ours, or a page that cannot be fetched, never leaves an empty page. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: 'none', at: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { fault: isChunkFault(error) ? 'notFetched' : 'mistake' };
  }

  static getDerivedStateFromProps({ place }: Props, { at }: State): State | null {
    return place === at ? null : { fault: 'none', at: place };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === 'none') return this.props.children;
    return (
      <PlainPage title={words[fault].title} within={this.props.place !== undefined}>
        <p role="alert">{words[fault].text}</p>
        <PlainButton
          onClick={() => {
            location.reload();
          }}
        >
          Reload
        </PlainButton>
      </PlainPage>
    );
  }
}
