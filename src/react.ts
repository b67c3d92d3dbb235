'use client';

/**
 * The elements as components for React 19 and later, which sets properties and listens to events of custom elements by
 * itself. What a server draws is the tag with its attributes, and what stands between the tags.
 */
import { createElement, type HTMLAttributes, type ReactElement, type Ref } from 'react';
import './define/all.js';
import type { FigshareBreakdown as Breakdown } from './elements/breakdown/figshare-breakdown.js';
import type { FigshareCount as Count } from './elements/count/figshare-count.js';
import type { FigshareStats as Stats } from './elements/stats/figshare-stats.js';
import type { FigshareTimeline as Timeline } from './elements/timeline/figshare-timeline.js';
import type { FigshareTop as Top } from './elements/top/figshare-top.js';
import type { OwnProperties } from './elements/own-properties.js';
import type { FigshareError } from './figshare/error.js';
import type { Answered } from './source/source.js';

/** An element's own properties, those of any HTML element, and its events. */
export type FigshareProps<Element extends HTMLElement> = OwnProperties<Element> &
  HTMLAttributes<Element> & {
    ref?: Ref<Element>;
    'onfigshare-load'?: (event: CustomEvent<Answered<unknown>>) => void;
    'onfigshare-error'?: (event: CustomEvent<FigshareError>) => void;
  };

export const FigshareBreakdown = component<Breakdown>('figshare-breakdown');
export const FigshareCount = component<Count>('figshare-count');
export const FigshareStats = component<Stats>('figshare-stats');
export const FigshareTimeline = component<Timeline>('figshare-timeline');
export const FigshareTop = component<Top>('figshare-top');

function component<Element extends HTMLElement>(tag: string) {
  return (props: FigshareProps<Element>): ReactElement => createElement(tag, props);
}
