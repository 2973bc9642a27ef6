import { FluentProvider, useFocusFinders } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import css from './Fluent.module.css';

/** What Fluent's components need around them. The colours come from the page's own theme sheet. */
export const Fluent = ({ children }: { children: ReactNode }) => {
  // What leads the focus ends with its last user. Were that a dialog, closing it would leave the page behind it hidden
  // from screen readers, and the focus nowhere.
  useFocusFinders();
  return <FluentProvider className={css.contents}>{children}</FluentProvider>;
};
