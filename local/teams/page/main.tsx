import { createRoot } from 'react-dom/client';
import { App } from './App';
import './shell/shell.css';
import './chat/chat.css';
import './cards/cards.css';
import './meeting/meeting.css';
import './group/group.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root element.');
createRoot(root).render(<App />);
