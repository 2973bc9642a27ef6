import { lazy, type ComponentType } from 'react';

/**
 * A part that is drawn with Fluent's components: they, and what they need around them, are fetched when it is first
 * drawn. `load` answers the part; `instead` is drawn, without Fluent, where it cannot be fetched.
 */
export const fluentPart = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  instead?: ComponentType<Props>,
) =>
  lazy<ComponentType<Props>>(async () => {
    try {
      const [{ Fluent }, Part] = await Promise.all([import('./Fluent'), load()]);
      const Wrapped = (props: Props) => (
        <Fluent>
          <Part {...props} />
        </Fluent>
      );
      return { default: Wrapped };
    } catch (error) {
      if (!instead) throw error;
      return { default: instead };
    }
  });
