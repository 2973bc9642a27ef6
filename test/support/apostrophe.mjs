/** Lint: what people read has the apostrophe of print. One that a machine needs stands before or after a word. */
export const apostrophe = {
  meta: { type: 'problem', schema: [], messages: { typed: 'What people read has the apostrophe ’.' } },
  create: (context) => {
    const look = (node, text) => {
      if (/[a-z]'[a-z]|^'s\b/i.test(text)) context.report({ node, messageId: 'typed' });
    };
    return {
      Literal: (node) => {
        if (typeof node.value === 'string') look(node, node.value);
      },
      TemplateElement: (node) => look(node, node.value.raw),
      JSXText: (node) => look(node, node.value),
    };
  },
};
