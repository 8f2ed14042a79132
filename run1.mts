import { check } from './pipeline/run.ts'
import { realWorld, silent } from './pipeline/world.ts'
const w = realWorld({...silent, progress: s=>console.log(s)},{threads:1}); setTimeout(()=>console.log('timer'),3000)
try { console.log(await check(w,{study:process.argv[2]!})) } catch (e) { console.log(String(e)) } w.close()
