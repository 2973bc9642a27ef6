import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import regular from '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff';
import bold from '@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff';
import { writePdf } from '../../../../functions/adapters/export/pdf';
import { pdfOfMatrix } from '../../../../functions/adapters/export/pdfMatrix';
import { pdfOfReview } from '../../../../functions/adapters/export/pdfReview';
import { sfntOfWoff } from '../../../../functions/adapters/export/sfnt';
import { linesOf } from '../../../../functions/adapters/export/uprightHeading';
import { notApplicable, notJudged } from '../../../../shared/domain/marks';
import combinedAssurance from '../../../../shared/frameworks/combinedAssurance.json';
import earnedAutonomy from '../../../../shared/frameworks/earnedAutonomy.json';
import growingAsOne from '../../../../shared/frameworks/growingAsOne.json';
import leadGrow from '../../../../shared/frameworks/leadGrowReinventStabilise.json';
import riskMatrix from '../../../../shared/frameworks/riskMatrix.json';
import { Framework } from '../../../../shared/schema/framework';
import { matrixOf, smallMatrix, smallReview } from './sheets';

const said = (document: TDocumentDefinitions): string => JSON.stringify(document.content);
const pagesIn = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

interface OpenFont {
  readonly postscriptName: string;
  readonly hasGlyphForCodePoint: (point: number) => boolean;
}
const { create } = createRequire(__filename)('fontkit') as { readonly create: (bytes: Buffer) => OpenFont };

describe('the fonts', () => {
  const packs = [combinedAssurance, earnedAutonomy, growingAsOne, leadGrow, riskMatrix].map((pack) =>
    Framework.parse(pack),
  );
  const symbols = packs.flatMap(({ scales, categories }) => [
    ...scales.flatMap(({ levels }) => levels.map(({ symbol }) => symbol)),
    ...categories.map(({ symbol }) => symbol),
  ]);

  it.each([
    ['DejaVuSans', regular],
    ['DejaVuSans-Bold', bold],
  ])('%s has every symbol of every pack, arrows and punctuation', (name, woff) => {
    const font = create(Buffer.from(sfntOfWoff(woff)));
    const wanted = [...symbols, notJudged.symbol, notApplicable.symbol, ...'↗↘→·–“”‘’£êŵŷ'].join('');
    expect([...wanted].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))).toEqual([]);
    // The document finds a font of a rotated heading by the name that the font gives itself.
    expect(font.postscriptName).toBe(name);
  });
});

describe('a document', () => {
  it('has its language, its title and numbered pages', async () => {
    const text = Buffer.from(await writePdf(smallMatrix)).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toContain('/DisplayDocTitle true');
    const { footer, info } = pdfOfMatrix(smallMatrix);
    expect(info?.title).toBe('Academy Risk Assessment Matrix, Autumn term 2026/27');
    const second = typeof footer === 'function' && footer(2, 3, { width: 0, height: 0, orientation: 'portrait' });
    expect(JSON.stringify(second)).toContain('Page 2 of 3');
    expect(JSON.stringify(second)).toContain('Dana Director, Director of education, 20 November 2026, 16:05');
  });

  it('is a landscape page with words where they fit, and with symbols and a key where they do not', () => {
    const [few, many, most] = [pdfOfMatrix(smallMatrix), pdfOfMatrix(matrixOf(2, 28)), pdfOfMatrix(matrixOf(2, 80))];
    expect([few, many, most].map(({ pageSize }) => pageSize)).toEqual(['A4', 'A3', 'A1']);
    expect([few, many, most].map(({ pageOrientation }) => pageOrientation)).toEqual(Array(3).fill('landscape'));
    expect(said(few)).toContain('! Intervention required, was Actions in place in summer');
    expect(said(many)).not.toContain('Intervention required, was');
    expect(said(many)).toContain('"text":"was ◐"');
    expect(said(many)).toContain(' ! Intervention required ');
  });

  it('repeats both rows of headings on every page and breaks no row', () => {
    expect(said(pdfOfMatrix(smallMatrix))).toContain('"headerRows":2,"keepWithHeaderRows":1,"dontBreakRows":true');
  });

  it('finishes for the largest trust, on few pages and in few bytes', async () => {
    const bytes = await writePdf(matrixOf(300, 28));
    expect(pagesIn(bytes)).toBeGreaterThan(4);
    expect(pagesIn(bytes)).toBeLessThan(20);
    expect(bytes.byteLength).toBeLessThan(2_000_000);
  }, 60_000);

  it('says so where nothing fits the filters', async () => {
    const empty = { ...smallMatrix, rows: [], groups: [] };
    expect(said(pdfOfMatrix(empty))).toContain('No judgement of this period fits these filters.');
    expect(pagesIn(await writePdf(empty))).toBe(1);
  });

  it('takes an area’s name whatever characters are in it', async () => {
    const [group] = matrixOf(1, 28).groups;
    const areas = (group?.areas ?? []).map(() => 'Reading & <writing> "SEND"');
    const bytes = await writePdf({ ...matrixOf(1, 28), groups: [{ name: 'A & B', areas }] });
    expect(pagesIn(bytes)).toBe(1);
  });

  it('is, of a review, upright, with links to https addresses alone', async () => {
    const review = await smallReview('<b>=1+1</b>');
    const url = 'https://trust.example/minutes';
    const groups = review.groups.map((group) => ({
      ...group,
      areas: group.areas.map((area) => ({ ...area, evidence: [{ title: 'Minutes', url }] })),
    }));
    const document = pdfOfReview({ ...review, groups });
    expect([document.pageSize, document.pageOrientation]).toEqual(['A4', 'portrait']);
    expect([...said(document).matchAll(/"link":"([^"]*)"/g)].every(([, link]) => link === url)).toBe(true);
    expect(said(document)).toContain('<b>=1+1</b>');
    const text = Buffer.from(await writePdf({ ...review, groups })).toString('latin1');
    expect(text).toContain(`/URI (${url})`);
  });
});

describe('an upright heading', () => {
  it.each([
    ['Attendance', ['Attendance']],
    ['Progress towards School Development priorities', ['Progress towards School', 'Development priorities']],
  ])('breaks %s between words', (name, lines) => expect(linesOf(name)).toEqual(lines));

  it('loses no word and makes no line longer than one word needs', () => {
    const word = fc.stringMatching(/^[a-z]{1,30}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const lines = linesOf(words.join(' '));
        expect(lines.join(' ')).toBe(words.join(' '));
        expect(lines.filter((line) => line.includes(' ') && line.length > 24)).toEqual([]);
      }),
    );
  });
});
