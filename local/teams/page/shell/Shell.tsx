import { useState } from 'react';
import type { PersonOnPage, Setup } from '../../shapes';
import { shownAt, writeAddress, type Address, type Shown } from '../address';
import { tokenFor } from '../api';
import { Chat } from '../chat/Chat';
import type { FeedState } from '../feed/feedState';
import { useFeed } from '../feed/useFeed';
import { useUnread } from '../feed/useUnread';
import type { FrameWiring } from '../frame/AppFrame';
import { LinkDialog } from '../frame/LinkDialog';
import { usePeoplePicker } from '../frame/usePeoplePicker';
import { useTaskDialog, type TaskDialog } from '../frame/useTaskDialog';
import { GroupChat } from '../group/GroupChat';
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

const useShell = ({ setup, person, address, change, wide }: ShellProps & { wide: boolean }) => {
  const notify = useNotice();
  const [visit, setVisit] = useState(0);
  const [link, setLink] = useState<SharedLink>();
  const picker = usePeoplePicker(setup.directory);
  const openTab = (subPageId: string | undefined): void => {
    setVisit((count) => count + 1);
    change({ view: 'tab', subPageId });
  };
  const openChat = (): void => change(wide ? { view: 'tab', chat: true } : { view: 'chat' });
  const openLink = (url: string): boolean => followLink({ appId: setup.appId, openTab, openChat, notify }, url);
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
    pickPeople: (request) => picker.open(request),
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
      {picker.element}
      {link !== undefined && <LinkDialog link={link} onClose={() => setLink(undefined)} />}
    </>
  );
  return { visit, wiring, dialog, openLink, overlays };
};

type Shelled = ReturnType<typeof useShell>;

const Panes = (props: ShellProps & { shell: Shelled; feed: FeedState; shown: Shown; wide: boolean }) => {
  const { person, address, shell, feed, shown, wide } = props;
  const [chatWidth, setChatWidth] = useChatWidth();
  return (
    <main className="panes">
      <TabPane {...props} shown={shown.tab} visit={shell.visit} wiring={shell.wiring} dialog={shell.dialog} />
      {wide && shown.chat && <ChatDivider width={chatWidth} onWidth={setChatWidth} />}
      <Chat
        person={person}
        theme={address.theme}
        feed={feed}
        openLink={shell.openLink}
        shown={shown.chat}
        width={wide ? chatWidth : undefined}
      />
    </main>
  );
};

type PlaceProps = ShellProps & { shell: Shelled; feed: FeedState; shown: Shown; wide: boolean; leave: () => void };

const Place = (props: PlaceProps) => {
  const { setup, person, address, shell, feed, shown, leave } = props;
  if (shown.group) return <GroupChat {...{ setup, person, feed }} theme={address.theme} openLink={shell.openLink} />;
  if (!shown.meeting) return <Panes {...props} />;
  const { wiring, dialog } = shell;
  return <Meeting {...{ setup, person, wiring, dialog }} theme={address.theme} stage={feed.stage} onLeave={leave} />;
};

/** Teams for one person: rail, top bar, and the tab with the chat beside it, or the meeting; a visitor has that alone. */
export const Shell = (props: ShellProps) => {
  const { setup, person, address, change } = props;
  const visits = person.visit !== undefined;
  const wide = useWide();
  const inGroup = setup.group.members.includes(person.id);
  const feed = useFeed(person.id, inGroup);
  const shell = useShell({ ...props, wide });
  const shown = shownAt(visits ? { ...address, view: 'meeting' } : address, wide);
  const onScreen = useDocumentVisible();
  const unread = useUnread(person.id, feed.chat?.messages ?? noMessages, shown.chat && onScreen);
  const pressChat = (): void =>
    change(wide ? { view: 'tab', chat: shown.meeting || shown.group || !address.chat } : { view: 'chat' });
  const own = {
    tab: { on: shown.tab, press: () => change({ view: 'tab' }) },
    chat: { on: shown.chat, unread, press: pressChat },
  };

  return (
    <div className="shell">
      <TopBar
        sample={setup.sample}
        people={setup.people}
        person={person}
        theme={address.theme}
        onPerson={(as) => change({ as, subPageId: undefined })}
        onTheme={(theme) => change({ theme })}
      />
      <Rail
        own={visits ? undefined : own}
        group={inGroup ? { on: shown.group, press: () => change({ view: 'group' }) } : undefined}
        meeting={{ on: shown.meeting, press: () => change({ view: 'meeting' }) }}
      />
      <Place
        {...props}
        {...{ shell, feed, shown, wide }}
        leave={() => change(visits ? { as: undefined, view: 'tab' } : { view: 'tab' })}
      />
      {shell.overlays}
    </div>
  );
};
