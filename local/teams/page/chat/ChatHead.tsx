import { Avatar, Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';

interface ChatHeadProps {
  readonly installed: boolean;
  readonly onRemove: () => void;
}

export const ChatHead = ({ installed, onRemove }: ChatHeadProps) => (
  <header className="chat-head">
    <Avatar name="Assured" shape="square" color="brand" size={28} aria-hidden />
    <h2>Assured</h2>
    {installed && (
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label="More about this chat" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={onRemove}>Uninstall Assured</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    )}
  </header>
);
