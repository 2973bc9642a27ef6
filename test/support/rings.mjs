/** Proves that the ring rule fires: breaks it on purpose in every ring, in memory, and expects ESLint to say so. */
import { ESLint } from 'eslint';

const violations = [
  ['shared/schema/ids.ts', "import '../domain/keys';"],
  ['shared/domain/keys.ts', "import '../application/trust';"],
  ['shared/domain/cards/marks.ts', "import '../../../functions/config';"],
  ['shared/application/trust.ts', "import '../../functions/config';"],
  ['shared/application/trust.ts', "import '../../local/settings';"],
  ['bot/botbuilder.ts', "import '../functions/config';"],
  ['bot/cards/card.ts', "import '../botbuilder';"],
  ['tabs/app/main.tsx', "import '../../shared/application/trust';"],
  ['tabs/features/assess/MatrixPage.tsx', "import '../review/ReviewPage';"],
  ['functions/http/routes.ts', "import '../../bot/createBot';"],
  ['functions/main.ts', "import '../local/settings';"],
];
const allowed = [
  ['shared/domain/keys.ts', "import '../schema/ids';"],
  ['functions/main.ts', "import '../bot/createBot';"],
  ['bot/cards/card.ts', "import '../../shared/domain/words';"],
  ['tabs/app/main.tsx', "import '../../shared/schema/views';"],
];

const eslint = new ESLint();
const ringErrors = async ([file, code]) => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
  const fatal = result.messages.find((m) => m.fatal);
  if (fatal) throw new Error(`${file}: ${fatal.message}`);
  return result.messages.filter((m) => m.ruleId === 'import-x/no-restricted-paths').length;
};

let wrong = 0;
for (const [cases, expected] of [
  [violations, true],
  [allowed, false],
])
  for (const pair of cases) {
    const fired = (await ringErrors(pair)) > 0;
    if (fired === expected) continue;
    wrong += 1;
    console.error(`${pair[0]} with ${pair[1]}: the ring rule ${fired ? 'fired' : 'did not fire'}`);
  }
if (wrong > 0) process.exit(1);
console.log(
  `The ring rule fired on ${violations.length} deliberate violations and let ${allowed.length} good imports pass.`,
);
