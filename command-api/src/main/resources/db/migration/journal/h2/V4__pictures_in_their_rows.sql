-- A picture is read in one piece with its row; only one of more than a million characters is kept apart.
set max_length_inplace_lob 1000000;
