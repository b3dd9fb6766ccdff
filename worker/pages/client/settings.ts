// What the page of the settings does by script.
import './export.ts';
import './moving.ts';
