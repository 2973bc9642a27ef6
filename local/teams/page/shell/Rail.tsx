import { CounterBadge } from '@fluentui/react-components';
import {
  Chat24Filled,
  Chat24Regular,
  ChatMultiple24Filled,
  ChatMultiple24Regular,
  PeopleTeam24Filled,
  PeopleTeam24Regular,
  ShieldCheckmark24Filled,
  ShieldCheckmark24Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';

interface RailItem {
  readonly name: string;
  readonly on: boolean;
  readonly icon: ReactNode;
  readonly unread?: number;
  readonly press: () => void;
}

interface Press {
  readonly on: boolean;
  readonly press: () => void;
}

interface RailProps {
  /** One's own tab and chat; a visitor of the meeting has neither. */
  readonly own: { readonly tab: Press; readonly chat: Press & { readonly unread: number } } | undefined;
  /** Only for those who are in it. */
  readonly group?: Press | undefined;
  readonly meeting: Press;
}

const ownItems = ({ tab, chat }: NonNullable<RailProps['own']>): RailItem[] => [
  { name: 'Assured', ...tab, icon: tab.on ? <ShieldCheckmark24Filled /> : <ShieldCheckmark24Regular /> },
  { name: 'Chat', ...chat, icon: chat.on ? <Chat24Filled /> : <Chat24Regular /> },
];

/** The places of this Teams. On wide windows Chat shows and hides the pane beside the tab. */
export const Rail = ({ own, group, meeting }: RailProps) => {
  const items: RailItem[] = [
    ...(own ? ownItems(own) : []),
    ...(group
      ? [{ name: 'Group', ...group, icon: group.on ? <ChatMultiple24Filled /> : <ChatMultiple24Regular /> }]
      : []),
    { name: 'Meeting', ...meeting, icon: meeting.on ? <PeopleTeam24Filled /> : <PeopleTeam24Regular /> },
  ];
  return (
    <nav className="rail" aria-label="Teams">
      {items.map((item) => (
        <button key={item.name} type="button" aria-pressed={item.on} onClick={item.press}>
          <span className="rail-icon">
            {item.icon}
            {(item.unread ?? 0) > 0 && <CounterBadge count={item.unread} size="small" color="danger" aria-hidden />}
          </span>
          <span>{item.name}</span>
          {(item.unread ?? 0) > 0 && (
            <span className="only-heard">
              ({item.unread} unread {item.unread === 1 ? 'message' : 'messages'})
            </span>
          )}
        </button>
      ))}
    </nav>
  );
};
