#!/usr/bin/env node
/// <reference types="node" />
import { Command } from 'commander';
import { version } from '../version.js';
import { badgeCommand } from './badge.js';
import { relayCommand } from './relay.js';
import { snapshotCommand } from './snapshot/command.js';

/** The command line: `figshare-elements snapshot|badge|relay`. */
await new Command('figshare-elements')
  .description("figshare's public numbers: as a file for a page, as an image, by a server of one's own")
  .version(version)
  .addCommand(snapshotCommand())
  .addCommand(badgeCommand())
  .addCommand(relayCommand())
  .parseAsync();
