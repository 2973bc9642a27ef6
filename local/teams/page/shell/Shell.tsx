import { useState } from 'react';
import type { PersonOnPage, Setup } from '../../shapes';
import { writeAddress, type Address } from '../address';
import { tokenFor } from '../api';
import { Chat } from '../chat/Chat';
import { useFeed } from '../feed/useFeed';
import { useUnread } from '../feed/useUnread';
import type { FrameWiring } from '../frame/AppFrame';
import { LinkDialog } from '../frame/LinkDialog';
import { useTaskDialog, type TaskDialog } from '../frame/useTaskDialog';
import { Meeting } from '../meeting/Meeting';
import { ChatDivider, useChatWidth } from './ChatDivider';
import { followLink } from './links';
import { Rail } from './Rail';
import { TabPane } from './TabPane';
import { TopBar } from './TopBar';
import { useDocumentVisible } from './useDocumentVisible';
import { useNotice } from './useNotice';
import { useWide } from './useWide';

interface ShellProps {
  readonly setup: Setup;
  readonly person: PersonOnPage;
  readonly address: Address;
  readonly change: (changes: Partial<Address>) => void;
}

export type ShellWiring = Omit<FrameWiring, 'openDialog' | 'resizeDialog' | 'submitDialog' | 'stage'>;
type SharedLink = { readonly label: string | undefined; readonly url: string };

const noMessages: never[] = [];

const useShell = ({ setup, person, address, change }: ShellProps) => {
  const notify = useNotice();
  const [visit, setVisit] = useState(0);
  const [link, setLink] = useState<SharedLink>();
  const openTab = (subPageId: string | undefined): void => {
    setVisit((count) => count + 1);
    change({ view: 'tab', subPageId });
  };
  const openLink = (url: string): boolean => followLink({ appId: setup.appId, openTab, notify }, url);
  const wiring: ShellWiring = {
    token: () => tokenFor(person.id),
    openLink,
    // Assured has one tab, so whichever page is named, the sub-page decides.
    navigate: ({ subPageId }) => {
      openTab(subPageId);
      return true;
    },
    shareLink: ({ subPageId, label }) =>
      setLink({ label, url: `${location.origin}/__teams/${writeAddress({ ...address, view: 'tab', subPageId })}` }),
    copy: (text) => navigator.clipboard.writeText(text),
    goBack: () => {
      if (address.subPageId === undefined) return false;
      openTab(undefined);
      return true;
    },
  };
  const dialog: TaskDialog = useTaskDialog(wiring);
  const overlays = (
    <>
      {dialog.element}
      {link !== undefined && <LinkDialog link={link} onClose={() => setLink(undefined)} />}
    </>
  );
  return { visit, wiring, dialog, openLink, overlays };
};

/** Teams for one person: rail, top bar, and the tab with the chat beside it, or the meeting. */
export const Shell = (props: ShellProps) => {
  const { setup, person, address, change } = props;
  const wide = useWide();
  const [chatWidth, setChatWidth] = useChatWidth();
  const feed = useFeed(person.id);
  const shell = useShell(props);

  const inMeeting = address.view === 'meeting';
  const chatShown = !inMeeting && (wide ? address.chat : address.view === 'chat');
  const tabShown = !inMeeting && (wide || address.view === 'tab');
  const onScreen = useDocumentVisible();
  const unread = useUnread(person.id, feed.chat?.messages ?? noMessages, chatShown && onScreen);
  const pressChat = (): void => change(wide ? { view: 'tab', chat: inMeeting || !address.chat } : { view: 'chat' });

  return (
    <div className="shell">
      <TopBar
        people={setup.people}
        person={person}
        theme={address.theme}
        onPerson={(as) => change({ as, subPageId: undefined })}
        onTheme={(theme) => change({ theme })}
      />
      <Rail
        tab={{ on: tabShown, press: () => change({ view: 'tab' }) }}
        chat={{ on: chatShown, unread, press: pressChat }}
        meeting={{ on: inMeeting, press: () => change({ view: 'meeting' }) }}
      />
      {inMeeting ? (
        <Meeting
          setup={setup}
          person={person}
          theme={address.theme}
          stage={feed.stage}
          wiring={shell.wiring}
          dialog={shell.dialog}
          onLeave={() => change({ view: 'tab' })}
        />
      ) : (
        <main className="panes">
          <TabPane {...props} shown={tabShown} visit={shell.visit} wiring={shell.wiring} dialog={shell.dialog} />
          {wide && chatShown && <ChatDivider width={chatWidth} onWidth={setChatWidth} />}
          <Chat
            person={person}
            theme={address.theme}
            feed={feed}
            openLink={shell.openLink}
            shown={chatShown}
            width={wide ? chatWidth : undefined}
          />
        </main>
      )}
      {shell.overlays}
    </div>
  );
};
