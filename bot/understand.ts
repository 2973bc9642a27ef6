/** What somebody who writes to the bot is after. */
export type Intent = 'greeting' | 'help' | 'work' | 'other';

/** A few plain ways of saying each, without capitals and punctuation. */
const phrases = {
  work: [
    'work',
    'my work',
    'show work',
    'show my work',
    'show me my work',
    'what is my work',
    'tasks',
    'my tasks',
    'show my tasks',
    'to do',
    'todo',
    'my to do list',
    'what is waiting',
    'what is waiting for me',
    'what do i have to do',
    'what do i need to do',
    'what should i do',
    'anything to do',
    'anything waiting',
  ],
  help: [
    'help',
    'help me',
    'info',
    'about',
    'commands',
    'what can you do',
    'what is this',
    'how does this work',
    'who are you',
  ],
  greeting: [
    'hi',
    'hello',
    'hey',
    'hiya',
    'hi there',
    'hello there',
    'hello assured',
    'hi assured',
    'morning',
    'good morning',
    'good afternoon',
    'good evening',
    'start',
  ],
} satisfies Record<Exclude<Intent, 'other'>, readonly string[]>;

const intents = new Map(
  (['work', 'help', 'greeting'] as const).flatMap((intent) =>
    phrases[intent].map((phrase) => [phrase, intent] as const),
  ),
);

/** Without mark-up, mentions, politeness, punctuation and capitals. */
const plain = (text: string): string =>
  text
    .slice(0, 200)
    .replace(/<at>.*?<\/at>|<[^>]*>|&nbsp;/g, ' ')
    .toLowerCase()
    .replace(/what[’']s/g, 'what is')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\b(please|thanks|thank you)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Everything that is not a known phrase is `other`, and answered with the ways on; a lone `?` asks for help. */
export const understand = (text: string): Intent =>
  text.trim() === '?' ? 'help' : (intents.get(plain(text)) ?? 'other');
