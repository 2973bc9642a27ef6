/** What markdown reads as more than itself. */
const special = /[\\*_[\]`~<>]/;
/** What `literal` and `escapeMarkdown` put beside a character, in bytes at most. */
const escaping = (character: string): number => (character === '{' ? 3 : special.test(character) ? 2 : 0);

const utf8 = new TextEncoder();
/** How many bytes a character takes on the way to Teams: as JSON, escaped. */
const weightOf = (character: string): number => utf8.encode(JSON.stringify(character)).length - 2 + escaping(character);

/** How much of a text fits, in UTF-16 units: `max` characters, and not more bytes than `max` and a half. */
const fitting = (text: string, max: number): number => {
  let characters = 0;
  let weight = 0;
  let end = 0;
  for (const character of text) {
    characters += 1;
    weight += weightOf(character);
    if (characters > max || weight > max * 1.5) return end;
    end += character.length;
  }
  return end;
};

/**
 * Cuts after `max` characters, at the end of a word and never inside a character, and shows that it did. Heavy
 * characters are counted by their bytes, so that no text can make a card too large to send.
 */
export const clip = (text: string, max: number): string => {
  if (fitting(text, max) === text.length) return text;
  const kept = text.slice(0, fitting(text, max - 1));
  const words = kept.replace(/\s+\S*$/, '');
  return `${words.length > kept.length / 2 ? words : kept}…`;
};

/** `{{DATE(…)}}` and `{{TIME(…)}}` are functions in every text of a card; a zero-width space makes them words again. */
export const literal = (text: string): string => text.replace(/\{(?=\{)/g, '{\u200b');

/**
 * What somebody wrote, so that a TextBlock shows it as written: no emphasis, links, lists, headings, quotes, code,
 * HTML or entities; a link is broken twice, for readers that do not know the backslash. Only characters that could mean something are escaped, so that names stay readable in clients
 * that do not read markdown.
 */
export const escapeMarkdown = (text: string): string =>
  literal(text)
    .replaceAll('](', ']\u200b(')
    .replace(new RegExp(special, 'g'), '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([-+#])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
