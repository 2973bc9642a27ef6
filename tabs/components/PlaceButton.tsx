import { Button, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { linkTo } from '../app/routing';

type PlaceButtonProps = Pick<ButtonProps, 'appearance' | 'icon' | 'size'> & {
  readonly to: string;
  readonly children: ReactNode;
};

/** A link to another place of the tab, drawn as a button. */
export const PlaceButton = ({ to, children, ...look }: PlaceButtonProps) => (
  <Button as="a" {...linkTo(to)} {...look}>
    {children}
  </Button>
);
