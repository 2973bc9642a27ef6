/** Text as it stands in Markdown: nothing of it is taken for a mark, and it stays on its line. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~]/g, String.raw`\$&`);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const bullets = (lines: readonly string[]): string[] => lines.map((line) => `- ${line}`);

export const numbered = (lines: readonly string[]): string[] => lines.map((line, i) => `${i + 1}. ${line}`);

/** A table; nothing where it has no rows. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return rows.length === 0 ? [] : [line(head), line(head.map(() => '---')), ...rows.map(line)];
};

/** Blocks of lines with one empty line between them; empty blocks are left out. */
export const blocks = (...parts: readonly (readonly string[])[]): string[] =>
  parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : ['', ...part]));

/** A heading with what stands under it; nothing where nothing does. */
export const section = (heading: string, ...parts: readonly (readonly string[])[]): string[] => {
  const body = blocks(...parts);
  return body.length === 0 ? [] : [heading, '', ...body];
};
