module.exports={displayName:"pcf",testMatch:["<rootDir>/**/__tests__/*.test.ts*"]};
