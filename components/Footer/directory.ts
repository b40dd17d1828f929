/** Where the list of all sections stands; the section bar's last entry leads there. */
export const directoryId = 'directory';
