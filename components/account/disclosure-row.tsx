import { type ReactNode, useRef } from 'react';

interface DisclosureRowProps {
  title: string;
  open: boolean;
  onToggle(open: boolean): void;
  children: ReactNode;
}

/**
 * A closed row of 40 px that opens what needs more room; the browser's own disclosure, keyboard included. What is
 * behind it is drawn when it opens for the first time: most panels are read without it.
 */
export function DisclosureRow({ title, open, onToggle, children }: DisclosureRowProps) {
  const opened = useRef(open);
  opened.current ||= open;
  return (
    <details className="row" open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>
        <h2 className="row-title">{title}</h2>
      </summary>
      {opened.current ? <div className="row-body">{children}</div> : null}
    </details>
  );
}
