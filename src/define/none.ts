// Takes the place of the definitions where there is no DOM, as in workers and on edge runtimes.
export {};
