const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const link = /\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

const inline = (text: string): string =>
  escaped(text)
    .replace(link, '<a class="ac-anchor" href="$2" target="_blank" rel="noopener noreferrer">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])[*_]([^*_\s][^*_]*)[*_](?=$|[\s).,;:!?])/g, '$1<em>$2</em>');

const listItem = /^\s*(?:[-*]|\d+[.)])\s+(.*)$/;

interface Block {
  readonly tag: 'ul' | 'ol' | 'p';
  readonly lines: string[];
}

const tagOf = (line: string): Block['tag'] => {
  if (!listItem.test(line)) return 'p';
  return /^\s*\d/.test(line) ? 'ol' : 'ul';
};

const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = [];
  for (const line of text.replaceAll('\r', '').split('\n')) {
    const words = listItem.exec(line)?.[1] ?? line;
    const tag = tagOf(line);
    const last = blocks.at(-1);
    if (last?.tag === tag) last.lines.push(words);
    else blocks.push({ tag, lines: [words] });
  }
  return blocks;
};

const html = ({ tag, lines }: Block): string =>
  tag === 'p'
    ? `<p>${lines.map(inline).join('<br>')}</p>`
    : `<${tag}>${lines.map((line) => `<li>${inline(line)}</li>`).join('')}</${tag}>`;

/**
 * The part of Markdown that Teams shows: bold, italic, links, lists and line breaks (facts §4.4).
 * Everything is escaped first, so a card or a message cannot bring HTML of its own.
 */
export const markdownToHtml = (text: string): string => blocksOf(text.trim()).map(html).join('');
