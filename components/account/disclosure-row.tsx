import type { ReactNode } from 'react';

interface DisclosureRowProps {
  title: string;
  open?: boolean;
  onToggle?(open: boolean): void;
  children: ReactNode;
}

/** A closed row of 40 px that opens what needs more room; the browser's own disclosure, keyboard included. */
export function DisclosureRow({ title, open, onToggle, children }: DisclosureRowProps) {
  return (
    <details
      className="row"
      {...(open === undefined ? {} : { open })}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary>
        <h2 className="row-title">{title}</h2>
      </summary>
      <div className="row-body">{children}</div>
    </details>
  );
}
