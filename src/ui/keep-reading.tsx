import { Component, type ReactNode } from 'react';

interface KeepReadingProps {
  /** What stands for the part that failed. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page whose fault must not cost the reader the rest. React has no other way to say so than a class. */
export class KeepReading extends Component<KeepReadingProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
