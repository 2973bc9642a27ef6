import { useSyncExternalStore } from 'react';
import css from './Shell.module.css';

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
};

/** Says so while the device has no connection. Plain, because offline nothing more can be fetched to say it with. */
export const OfflineNotice = () => {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <div role="status" className={css.offline}>
      <strong>You are offline.</strong> What you see may be out of date. What you type into a review is kept on this
      device until you can save it.
    </div>
  );
};
