import type { RoleName } from '../../shared/schema/people';
import { commands } from './commands';
import { adaptiveCard, type Action, type AdaptiveCard, type Element } from './adaptiveCard';
import { open } from './decisions';
import type { DeepLink } from './deepLink';
import { boldRun, heading, line, run, runs, smallPrint, subheading } from './lines';
import { ask } from './prompt';

interface TalkOptions {
  readonly deepLink: DeepLink;
}

/** What each role meets in this chat. Names no academy and no person: the cards themselves do, to whom may see them. */
const meets = {
  headTeacher: [
    'When the termly review of your academy is ready, its card arrives here: sign it off or query it without leaving the chat.',
    'When a change of category is proposed for your academy, you are asked here what you think of it.',
  ],
  directorOfEducation: [
    'When a head teacher signs off or queries a review, you are told here.',
    'When a change of category that you proposed comes back to you, its card arrives here.',
  ],
  functionLead: [
    'The areas of your functions wait for your judgement in the Assured tab; ask me for them at any time.',
  ],
  ceo: [
    'When a change of category needs your approval, its card arrives here: approve, return or reject it in the chat.',
  ],
  boardMember: [
    'When a change of category is ready for the Board, its card arrives here: confirm it with the date of the meeting.',
  ],
  committeeMember: [
    'When a change of category is ready for your committee, its card arrives here: answer it in the chat.',
  ],
  localGovernor: ['You can read the reviews of your academy in the Assured tab.'],
  administrator: ['People, records changed by hand and cards that could not be delivered are in the Assured tab.'],
} satisfies Record<RoleName, readonly string[]>;

const ways = ({ deepLink }: TalkOptions): Action[] => [ask('My work', { prompt: 'work' }), open(deepLink('work'))];

interface Welcomed {
  readonly name: string;
  readonly trustName: string;
  readonly roles: readonly RoleName[];
}

const without =
  'You have no role in the trust’s records yet. Please ask your trust’s administrator of Assured to give you one.';

const linesFor = (roles: readonly RoleName[]): Element[] => {
  const lines = [...new Set(roles)].flatMap((role) => meets[role]);
  return (lines.length > 0 ? lines : [without]).map((text) => line(text));
};

/** Whoever administers the trust reads nothing of what is judged. */
const administrators = new Set(['my work', 'help']);

/** '“my work”: what is waiting for you', one line for each thing that this person may write and get an answer to. */
const asks = (roles: readonly RoleName[]): Element[] => {
  const reads = roles.some((role) => role !== 'administrator');
  const answered = commands.filter(({ title }) => reads || administrators.has(title));
  return [
    subheading('You can write'),
    ...answered.map(({ title, description }) => runs([boldRun(`“${title}”`), run(`: ${description}`)])),
  ];
};

/** The first message after the app was installed for somebody. */
export const renderWelcome = ({ name, trustName, roles }: Welcomed, options: TalkOptions): AdaptiveCard => {
  const greeting = `Hello ${name}, this is Assured`;
  const body = [
    heading(greeting),
    smallPrint(`School improvement at ${trustName}`, 'none'),
    ...linesFor(roles),
    ...asks(roles),
    smallPrint('You receive this because Assured was added to Teams for you.', 'medium'),
  ];
  return adaptiveCard(greeting, body, ways(options));
};

/** What the chat is for and how to go on; `opening` is the answer to what somebody wrote. */
export const renderHelp = (opening: string, roles: readonly RoleName[], options: TalkOptions): AdaptiveCard => {
  const body = [
    heading(opening),
    ...linesFor(roles),
    ...asks(roles),
    line('Your own words will do, misspellings too. For everything else, open Assured.', 'medium'),
  ];
  return adaptiveCard(opening, body, ways(options));
};

const alone = 'I answer in your own chat with me: here others read along.';

/** The answer where others read along, the same for everybody: it names nothing of the trust's. */
export const renderAmongOthers = (chatLink: string): AdaptiveCard =>
  adaptiveCard(alone, [line(alone, 'none')], [open(chatLink, 'Open your chat with Assured')]);
