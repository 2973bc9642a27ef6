import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

const grammar = path.resolve('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm');

/** The grammar of Bicep that editors use; the compiler itself is a binary that is not on the package registry. */
export const bicepParser = async (): Promise<(bicep: string) => Node> => {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(grammar)));
  return (bicep) => {
    const tree = parser.parse(bicep);
    if (!tree) throw new Error('The grammar read nothing.');
    return tree.rootNode;
  };
};

const within = (node: Node): readonly Node[] => [
  node,
  ...node.children.flatMap((child) => (child ? within(child) : [])),
];

const placeOf = (name: string, { startPosition: { row, column }, text }: Node): string =>
  `${name}:${row + 1}:${column + 1} ${text.slice(0, 60)}`;

/** Where a file of `infra` is not Bicep. */
export const syntaxFaults = (name: string, root: Node): readonly string[] =>
  within(root)
    .filter((node) => node.isError || node.isMissing)
    .map((node) => placeOf(name, node));

const values = ['parameter_declaration', 'variable_declaration', 'resource_declaration', 'module_declaration'];

const firstNamed = (node: Node): Node | undefined => node.namedChildren.find((child) => child !== null) ?? undefined;

/** A name that is given or is a key, and does not stand for a value. */
const isNaming = (node: Node): boolean => {
  const { parent } = node;
  const names = [...values, 'output_declaration', 'object_property'];
  return (
    parent === null ||
    (names.includes(parent.type) && firstNamed(parent)?.id === node.id) ||
    parent.childForFieldName('initializer')?.id === node.id
  );
};

/** What the platform gives, as far as these files use it: a function that is misspelt is not among them. */
const platform = [
  ...[
    'fail',
    'guid',
    'int',
    'resourceGroup',
    'subscription',
    'subscriptionResourceId',
    'take',
    'uniqueString',
    'union',
  ],
  ...['allowed', 'batchSize', 'description', 'maxLength', 'maxValue', 'minLength', 'minValue', 'secure'],
];

/** Names that a file uses and nobody gave, and parameters and variables that nobody uses. */
export const nameFaults = (name: string, root: Node): readonly string[] => {
  const nodes = within(root);
  const given = nodes.filter(({ type }) => values.includes(type)).flatMap((node) => firstNamed(node) ?? []);
  const loops = nodes.flatMap((node) => (node.type === 'for_statement' && node.childForFieldName('initializer')) || []);
  const known = [...given, ...loops].map(({ text }) => text).concat(platform);
  const used = nodes.filter((node) => node.type === 'identifier' && !isNaming(node));
  const idle = given.filter(
    ({ text, parent }) => /^(parameter|variable)_/.test(parent?.type ?? '') && !used.some((node) => node.text === text),
  );
  return [
    ...used.filter(({ text }) => !known.includes(text)).map((node) => `${placeOf(name, node)} is nowhere given`),
    ...idle.map((node) => `${placeOf(name, node)} is not used`),
  ];
};
