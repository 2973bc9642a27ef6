import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFramework } from '../../../shared/domain/checkFramework';
import { Framework } from '../../../shared/schema/framework';

/** What holds for every pack that is shipped, whatever its source says. */
const folder = join(process.cwd(), 'shared', 'frameworks');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** Trusts, schools and people of the sources: a pack is for any trust. */
const realNames = /\b(CMAT|NCLT|SCMAT|Ethos|Wingfield|Alpha|South Cumbria|New Collaborative|Pontefract)\b/;

describe('the packs', () => {
  it('are shipped, these among them', () => {
    expect(files).toEqual(expect.arrayContaining(['combinedAssurance.json', 'growingAsOne.json', 'riskMatrix.json']));
  });

  describe.each(files)('%s', (file) => {
    const pack = read(file);
    const framework = Framework.parse(pack);

    it('has no mistake that checkFramework finds', () => expect(checkFramework(framework)).toEqual([]));

    it('is named after its file, in its first version', () =>
      expect([`${framework.code}.json`, framework.version]).toEqual([file, 1]));

    it('fits a list item, also with the defaults that parsing adds', () => {
      expect(JSON.stringify(pack).length).toBeLessThan(55_000);
      const stored = { name: `framework:${framework.code}@1`, framework };
      expect(JSON.stringify(stored).length).toBeLessThan(60_000);
    });

    it('says nothing that the schema would drop', () => {
      const kept = (given: unknown, parsed: unknown, path: string): void => {
        if (typeof given !== 'object' || given === null) return expect([path, parsed]).toEqual([path, given]);
        for (const [key, value] of Object.entries(given))
          if (key !== '$schema') kept(value, Reflect.get(Object(parsed), key), `${path}.${key}`);
      };
      kept(pack, framework, 'pack');
    });

    it('names no trust, school or person', () => expect(JSON.stringify(pack)).not.toMatch(realNames));

    it('says where it comes from and what had to be decided', () => {
      expect(framework.source?.title).toBeTruthy();
      expect(framework.source?.notes.length).toBeGreaterThan(0);
    });

    it('gives each kind of support once in a category', () => {
      for (const { code, support } of framework.categories)
        expect([code, new Set(support.map((item) => item.code)).size]).toEqual([code, support.length]);
    });
  });
});
