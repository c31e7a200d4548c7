import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  text?: string;
  children?: ReactNode;
}

/** A view without content: what is the matter, and what to do about it. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <section className="empty">
      <h1 className="empty-title">{title}</h1>
      {text ? <p className="empty-text">{text}</p> : null}
      {children}
    </section>
  );
}
