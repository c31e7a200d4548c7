import { type ComponentProps, useState } from 'react';
import { DueList } from './due-list.tsx';

/** The due list behind one line; it is read only when somebody wants it. */
export function DueFold({ title, ...list }: ComponentProps<typeof DueList> & { title: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="due-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open ? <DueList {...list} /> : null}
    </details>
  );
}
