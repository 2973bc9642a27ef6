import { unzipSync } from 'fflate';
import { writeExcel } from '../../../../functions/adapters/export/excel';
import { paperTones } from '../../../../shared/domain/paperTones';
import { matrixOf, smallMatrix, smallReview } from './sheets';

type Parts = Readonly<Record<string, string>>;

const partsOf = (workbook: Uint8Array): Parts =>
  Object.fromEntries(
    Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  );
const sheetsOf = (parts: Parts): string[] =>
  Object.entries(parts).flatMap(([name, xml]) => (/^xl\/worksheets\/sheet\d+\.xml$/.test(name) ? [xml] : []));
const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** Every text of the workbook, wherever it is kept. */
const textsOf = (parts: Parts): string[] =>
  [
    ...Object.values(parts)
      .join('\n')
      .matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g),
  ].map(([, text]) => unescaped(text ?? ''));

const dangerous = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '=HYPERLINK("http://bad.example","x")',
  '|cmd',
];

describe('a workbook', () => {
  it.each(dangerous)('keeps what somebody wrote as text, and never as a formula: %j', async (rationale) => {
    const [row] = smallMatrix.rows;
    if (!row) throw new Error('no row');
    const matrix = { ...smallMatrix, title: rationale, rows: [{ ...row, academy: rationale, standing: [rationale] }] };
    const review = { ...(await smallReview()), groups: [{ name: rationale, areas: [] }], notes: [rationale] };
    for (const sheet of [matrix, review]) {
      const parts = partsOf(await writeExcel(sheet));
      for (const xml of sheetsOf(parts)) {
        expect(xml).not.toMatch(/<f[ >/]/);
        const kinds = [...xml.matchAll(/<c [^>]*t="(\w+)"/g)].map(([, kind]) => kind);
        expect(kinds.filter((kind) => kind !== 's' && kind !== 'inlineStr')).toEqual([]);
      }
      expect(textsOf(parts).some((text) => text.includes(rationale.trim()))).toBe(true);
    }
  });

  it('holds no link that opens by itself', async () => {
    const review = await smallReview();
    const evidence = [{ title: 'Minutes', url: 'https://trust.example/minutes' }];
    const groups = review.groups.map((group) => ({
      ...group,
      areas: group.areas.map((area) => ({ ...area, evidence })),
    }));
    const parts = partsOf(await writeExcel({ ...review, groups }));
    expect(Object.values(parts).join('')).not.toMatch(/<hyperlink|relationships\/hyperlink/);
    expect(textsOf(parts)).toContain('Minutes: https://trust.example/minutes');
  });

  it('says each level by fill, symbol and word', async () => {
    const parts = partsOf(await writeExcel(smallMatrix));
    const texts = textsOf(parts);
    expect(texts).toEqual(
      expect.arrayContaining([
        '✓ Assured',
        '! Intervention required, was Actions in place in summer',
        '– Not applicable',
        '· Not judged',
      ]),
    );
    const styles = (parts['xl/styles.xml'] ?? '').toLowerCase();
    for (const tone of ['critical', 'good', 'notJudged'] as const)
      expect(styles).toContain(paperTones[tone].background.slice(1));
  });

  it('keeps title, facts, headings and academies in sight', async () => {
    const [first] = sheetsOf(partsOf(await writeExcel(smallMatrix)));
    expect(first).toMatch(/<pane [^>]*xSplit="1"/);
    expect(first).toMatch(/<pane [^>]*ySplit="4"/);
    expect(first).toMatch(/state="frozen"/);
  });

  it('carries who took it, of what and when, on the first sheet and on its own', async () => {
    const texts = textsOf(partsOf(await writeExcel(smallMatrix)));
    const line = texts.find((text) => text.startsWith('Trust: Test Trust · '));
    expect(line).toContain('Exported by: Dana Director, Director of education · Exported at: 20 November 2026, 16:05');
    expect(texts).toContain('Assured, from the SharePoint lists of Test Trust');
  });

  it('has the judgements, measures, history and facts of a review', async () => {
    const parts = partsOf(await writeExcel(await smallReview('Why so.')));
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['Judgements', 'Measures', 'History', 'About']);
    expect(textsOf(parts)).toEqual(expect.arrayContaining(['Why so.', 'opened the review', 'Rationale']));
  });

  it('takes the largest trust', async () => {
    const workbook = await writeExcel(matrixOf(300, 28));
    expect(workbook.byteLength).toBeLessThan(2_000_000);
    const [first] = sheetsOf(partsOf(workbook));
    expect(first?.match(/<row /g)).toHaveLength(304);
  });

  it('cuts what Excel would refuse', async () => {
    const review = await smallReview();
    const history = [{ at: '', by: '', words: 'x'.repeat(40_000) }];
    const texts = textsOf(partsOf(await writeExcel({ ...review, history })));
    expect(Math.max(...texts.map((text) => text.length))).toBe(32_767);
  });
});
